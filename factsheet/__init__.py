"""What we say: fact sheets, facts, decisions and editions; also the Django project."""
