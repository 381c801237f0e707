from tests.services.test_weeks import *  # noqa: F403

# Thousands of rows one by one: the published figures are among them already.
del test_thai_nguyen_by_weeks  # noqa: F821
