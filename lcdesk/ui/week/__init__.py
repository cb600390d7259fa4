"""The week: its model, its entries, and what a person does with them."""
