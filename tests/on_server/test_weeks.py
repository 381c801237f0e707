from tests.services.test_weeks import *  # noqa: F403
