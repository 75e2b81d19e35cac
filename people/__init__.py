"""Who works here and who may sign in: roster, departments, accounts, roles, counsel."""
