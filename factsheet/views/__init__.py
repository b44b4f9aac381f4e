"""The screens: each view reads by one query function, asks a policy, calls one action, and renders."""
