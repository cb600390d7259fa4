"""Small parts that dialogs, pages and the window are put together from."""
