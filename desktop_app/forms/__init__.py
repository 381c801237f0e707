"""XLSForm workbooks: forms, answers and expressions."""
