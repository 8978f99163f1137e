/// What a stage that owns tables needs: where its database is, pools, migrations, and what happens
/// when it is away. The libraries are optional here; such a stage declares them.
@NullMarked
package dev.faultline.database;

import org.jspecify.annotations.NullMarked;
