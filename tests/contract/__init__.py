"""The border to calendar servers: the same promises against real servers and against faults."""
