"""All wording, formatting and selection of the window; widgets only draw it."""
