"""Qt over the services: pages, widgets, item models and background jobs."""
