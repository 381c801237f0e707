"""A unit's Excel list of registrations: columns matched, every row judged, drafts begun."""
