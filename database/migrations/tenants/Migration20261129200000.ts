import { Migration } from '@mikro-orm/migrations';

/** Nothing here: from this version on there is a schema beside it for background work, without which none is done. */
export class Migration20261129200000 extends Migration {

  override name = 'Migration20261129200000';

  override up(): void {}

}
