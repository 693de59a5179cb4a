"""Which claims answer the same question: stories, blocks, and the proof that two claims are comparable."""
