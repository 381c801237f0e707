from tests.services.test_withdrawing import *  # noqa: F403
