"""When editions are made: the scheduler, which knows nothing of how they are made.

slots, past editions, a moment ─plan→ what is due ─service→ rounds ─loop→ a process that runs for years
"""
