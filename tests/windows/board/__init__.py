"""The board's window, the targets' table and the team's own page, with real books behind them."""
