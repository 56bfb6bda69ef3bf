-- One merge at a time, of whatever business date: each must see what the others have published. Readers are not held up.
lock table ops.published_release in share row exclusive mode;
