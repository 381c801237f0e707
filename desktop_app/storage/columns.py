"""Types of columns that many tables share."""

from sqlalchemy import BigInteger, Integer, String

ID = String(36)
HASH = String(64)
TIME = String(32)
STATE = String(16)
SIZE = BigInteger().with_variant(Integer, "sqlite")  # whose whole numbers have eight bytes anyway
