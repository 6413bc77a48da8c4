"""What the use cases ask of the world, by subject: protocols and frozen values, nothing else."""
