"""The web service: one Flask app with the API and the pages, made by app.create_app."""
