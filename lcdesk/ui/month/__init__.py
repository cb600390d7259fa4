"""A month as a grid of weeks: its values, where they stand, and the widget that paints them."""
