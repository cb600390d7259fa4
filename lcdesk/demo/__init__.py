"""Practice: believable data and a real CalDAV server of its own on loopback.

Everything lies in one folder. Passwords are kept in memory only, so practice touches neither
the keyring nor anybody's iCloud.
"""
