import { Migration } from '@mikro-orm/migrations';

export class Migration20261130205755 extends Migration {

  override name = 'Migration20261130205755';

  override up(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."kitchen_station" add "sound" text not null default 'BELL';`);
    this.addSql(`alter table "restaurant"."kitchen_station" add constraint "kitchen_station_sound_check" check ("sound" in ('OFF', 'BELL', 'CHIME', 'BUZZER'));`);

    this.addSql(`create index "kitchen_ticket_tenant_id_location_id_bumped_at_index" on "restaurant"."kitchen_ticket" ("tenant_id", "location_id", "bumped_at") where bumped_at is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."kitchen_station" drop constraint "kitchen_station_sound_check";`);
    this.addSql(`alter table "restaurant"."kitchen_station" drop column "sound";`);

    this.addSql(`drop index "restaurant"."kitchen_ticket_tenant_id_location_id_bumped_at_index";`);
  }

}
