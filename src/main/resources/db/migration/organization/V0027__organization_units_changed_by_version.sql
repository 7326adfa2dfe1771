-- Which units each version of the trees changed: whoever holds the tree of an earlier version in memory reads these alone.
-- Without a unit: a list was imported, and everything is read anew.
CREATE TABLE organization.tree_change (
    version bigint NOT NULL,
    unit    int
);
CREATE INDEX tree_change_version ON organization.tree_change (version);
GRANT SELECT, INSERT ON organization.tree_change TO ${application};
