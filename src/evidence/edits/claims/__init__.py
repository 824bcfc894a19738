"""Claims files as edited text that keeps everything else."""
