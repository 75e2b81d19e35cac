"""行政诉讼 and 行政复议: time limits and who must attend."""
