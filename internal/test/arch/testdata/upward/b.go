package upward
