from tests.services.test_published_figures import *  # noqa: F403
