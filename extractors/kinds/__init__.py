"""What a letter wants: an objection, a complaint, both, or something else."""
