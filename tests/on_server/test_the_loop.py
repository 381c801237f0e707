from tests.services.test_the_loop import *  # noqa: F403
