"""Documents read: files, folders, zips, front matter, pages."""
