"""How the app looks: colours, type, icons, one object that every widget asks."""
