"""The window: wording, drawing and gestures over what the store says."""
