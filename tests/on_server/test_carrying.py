from tests.services.test_carrying import *  # noqa: F403
