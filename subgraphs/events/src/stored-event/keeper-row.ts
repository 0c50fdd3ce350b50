import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How far the keeper is in the stream of what the bus says: written with the rows, so that it knows which it has written. */
@Entity({ tableName: 'keeper' })
export class KeeperRow {
  /** The stream that the keeper reads. */
  @PrimaryKey({ type: 'text' })
  stream!: string;

  /** The id of the last entry that was written. */
  @Property({ type: 'text' })
  reached!: string;
}
