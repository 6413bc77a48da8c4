"""What the service keeps and passes on: frozen values, nothing that opens or decides anything."""
