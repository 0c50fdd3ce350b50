import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How far the keeper is in what the bus tells it: written with the rows, so that it knows what it has written. */
@Entity({ tableName: 'keeper' })
export class KeeperRow {
  /** The stream that it reads. */
  @PrimaryKey({ type: 'text' })
  stream!: string;

  /** The id of the last entry that was written. */
  @Property({ type: 'text' })
  reached!: string;
}
