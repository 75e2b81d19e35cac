"""Pages about people: signing in, accounts, roster."""

urlpatterns: list = []
