"""The guide: its pages, which of them is about what, and the window that shows them."""
