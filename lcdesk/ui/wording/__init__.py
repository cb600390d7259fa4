"""Words that several features share: kinds, statuses, lengths, reasons, series."""
