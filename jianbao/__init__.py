"""jianbao (剪报): turns raw newspaper pages into a searchable public archive.

Pages → articles (`ingest`) → catalog (`catalog`) → pages of the site (`site`) → files.
"""

__version__ = "0.1.0"
