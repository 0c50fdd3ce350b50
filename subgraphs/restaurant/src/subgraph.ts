import type { Manifest } from '@mycelium/kit/subgraph';
import { round } from '@mycelium/kit/tasks/rounds';
import { cashMovementPart } from './cash-movement/cash-movement.resolver.ts';
import { cashSessionPart } from './cash-session/cash-session.resolver.ts';
import { cataloguePart } from './catalogue/catalogue.resolver.ts';
import { checkPart } from './check/check.resolver.ts';
import { dayLossesPart } from './day-losses/day-losses.resolver.ts';
import { dayPartPart } from './day-part/day-part.resolver.ts';
import { drawerPart } from './drawer/drawer.resolver.ts';
import { floorAreaPart } from './floor-area/floor-area.resolver.ts';
import { kitchenFirePart } from './kitchen-fire/kitchen-fire.resolver.ts';
import { kitchenStationPart } from './kitchen-station/kitchen-station.resolver.ts';
import { kitchenTicketPart } from './kitchen-ticket/kitchen-ticket.resolver.ts';
import { locationPart } from './location/location.resolver.ts';
import { menuPart } from './menu/menu.resolver.ts';
import { soldOutSigns } from './menu/sold-out-signs.ts';
import { menuItemPart } from './menu-item/menu-item.resolver.ts';
import { menuItemsPart } from './menu-item/menu-items.resolver.ts';
import { restorePortions } from './menu-item/restore-portions.ts';
import { menuItemAtLocationPart } from './menu-item-at-location/menu-item-at-location.resolver.ts';
import { menuSectionPart } from './menu-section/menu-section.resolver.ts';
import { modifierGroupPart } from './modifier-group/modifier-group.resolver.ts';
import { modifierOptionPart } from './modifier-option/modifier-option.resolver.ts';
import { makePartitions } from './order/make-partitions.ts';
import { orderPart } from './order/order.resolver.ts';
import { orderLinePart } from './order-line/order-line.resolver.ts';
import { paymentPart } from './payment/payment.resolver.ts';
import { applyPrice } from './price-change/apply-price.ts';
import { priceChangePart } from './price-change/price-change.resolver.ts';
import { Colleague, MenuBoard, Tenant, TenantHealth } from './references.ts';
import { refundPart } from './refund/refund.resolver.ts';
import { restaurantPart } from './restaurant/restaurant.resolver.ts';
import { tablePart } from './table/table.resolver.ts';
import { taxRulePart } from './tax-rule/tax-rule.resolver.ts';
import { restaurantHealthPart } from './tenant-health/tenant-health.resolver.ts';
import { tipPoolPart } from './tip-pool/tip-pool.resolver.ts';
import { waitlistPart } from './waitlist/waitlist.resolver.ts';
import { zReportPart } from './z-report/z-report.resolver.ts';

/** What a restaurant sells and where: the one source of the menu. */
export const restaurant: Manifest = {
  name: 'restaurant',
  parts: [
    restaurantPart,
    locationPart,
    taxRulePart,
    menuPart,
    menuSectionPart,
    menuItemPart,
    menuItemsPart,
    menuItemAtLocationPart,
    priceChangePart,
    dayPartPart,
    modifierGroupPart,
    modifierOptionPart,
    restaurantHealthPart,
    cataloguePart,
    orderPart,
    orderLinePart,
    checkPart,
    floorAreaPart,
    tablePart,
    waitlistPart,
    kitchenStationPart,
    paymentPart,
    refundPart,
    drawerPart,
    cashSessionPart,
    kitchenFirePart,
    kitchenTicketPart,
    cashMovementPart,
    zReportPart,
    tipPoolPart,
    dayLossesPart,
  ],
  references: [Tenant, Colleague, MenuBoard, TenantHealth],
  reactions: [],
  tasks: [restorePortions, applyPrice, round('order-partitions', '3 * * * *', makePartitions)],
  signs: soldOutSigns,
};
