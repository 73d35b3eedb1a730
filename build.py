"""`python build.py`: a door to jianbao.cli, nothing else."""

from jianbao.cli import main

if __name__ == "__main__":
    main(prog_name="python build.py")
