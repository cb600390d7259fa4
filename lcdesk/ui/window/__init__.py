"""The main window. Importing it brings no store: it is painted before the store is opened."""
