"""Imported first by the server that workers are forked from: ties its life to ours."""

from service.adapters.lifeline import end_with_parent

end_with_parent()
