"""Speed, memory and quality, side by side with others: one folder a room."""
