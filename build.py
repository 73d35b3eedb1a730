"""`python build.py`: a door to jianbao.cli, nothing else."""

from jianbao.cli import run

if __name__ == "__main__":
    run("python build.py")
