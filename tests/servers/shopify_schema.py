"""The part of Shopify's Admin schema that a shop's orders and their parcels are in, as shopify.dev documents it."""

from __future__ import annotations

from graphql import build_schema

from tests.servers.shopify_products import SDL as PRODUCTS

_CONNECTED = (
    "Order",
    "LineItem",
    "FulfillmentOrder",
    "FulfillmentOrderLineItem",
    "FulfillmentLineItem",
    "RefundLineItem",
    "Media",
)
_PAGED = "first: Int, after: String, last: Int, before: String, reverse: Boolean = false"

_SDL = """
scalar DateTime
scalar URL
scalar UnsignedInt64

schema { query: QueryRoot mutation: Mutation }

type QueryRoot {
  shop: Shop!
  order(id: ID!): Order
  fulfillmentOrder(id: ID!): FulfillmentOrder
  fulfillment(id: ID!): Fulfillment
  orders(PAGED, sortKey: OrderSortKeys = PROCESSED_AT, query: String): OrderConnection!
}

type Mutation {
  fulfillmentCreate(fulfillment: FulfillmentInput!, message: String): FulfillmentCreatePayload
}

type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Shop { id: ID! name: String! email: String! myshopifyDomain: String! url: URL! currencyCode: String! }
type Attribute { key: String! value: String }

type Order {
  id: ID! legacyResourceId: UnsignedInt64! name: String! test: Boolean! edited: Boolean! closed: Boolean!
  createdAt: DateTime! updatedAt: DateTime! processedAt: DateTime! cancelledAt: DateTime
  displayFinancialStatus: OrderDisplayFinancialStatus displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
  fullyPaid: Boolean! unpaid: Boolean! email: String phone: String note: String
  customAttributes: [Attribute!]!
  shippingAddress: MailingAddress billingAddress: MailingAddress
  lineItems(PAGED): LineItemConnection!
  fulfillmentOrders(PAGED): FulfillmentOrderConnection!
  fulfillments(first: Int): [Fulfillment!]!
  refunds(first: Int): [Refund!]!
}

type LineItem {
  id: ID! sku: String name: String! title: String! variantTitle: String quantity: Int! currentQuantity: Int!
  unfulfilledQuantity: Int! refundableQuantity: Int! requiresShipping: Boolean! isGiftCard: Boolean!
  vendor: String customAttributes: [Attribute!]!
}

type MailingAddress {
  id: ID! address1: String address2: String city: String company: String country: String
  countryCodeV2: CountryCode firstName: String lastName: String name: String phone: String province: String
  provinceCode: String zip: String
}

type Location { id: ID! name: String! }
type FulfillmentOrderAssignedLocation { name: String! location: Location }
type FulfillmentOrderSupportedAction { action: FulfillmentOrderAction! externalUrl: URL }

type FulfillmentOrder {
  id: ID! status: FulfillmentOrderStatus! requestStatus: FulfillmentOrderRequestStatus! orderId: ID! orderName: String!
  createdAt: DateTime! updatedAt: DateTime!
  assignedLocation: FulfillmentOrderAssignedLocation! supportedActions: [FulfillmentOrderSupportedAction!]!
  lineItems(PAGED): FulfillmentOrderLineItemConnection!
}

type FulfillmentOrderLineItem {
  id: ID! lineItem: LineItem! remainingQuantity: Int! totalQuantity: Int! sku: String productTitle: String!
  variantTitle: String requiresShipping: Boolean!
}

type Fulfillment {
  id: ID! legacyResourceId: UnsignedInt64! name: String! status: FulfillmentStatus! createdAt: DateTime!
  updatedAt: DateTime! totalQuantity: Int! trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
  fulfillmentLineItems(PAGED): FulfillmentLineItemConnection!
}

type FulfillmentTrackingInfo { company: String number: String url: URL }
type FulfillmentLineItem { id: ID! lineItem: LineItem! quantity: Int }
type Refund { id: ID! createdAt: DateTime note: String refundLineItems(PAGED): RefundLineItemConnection! }
type RefundLineItem { id: ID lineItem: LineItem! quantity: Int! }
type FulfillmentCreatePayload { fulfillment: Fulfillment userErrors: [UserError!]! }
type UserError { field: [String!] message: String! }

input FulfillmentInput {
  lineItemsByFulfillmentOrder: [FulfillmentOrderLineItemsInput!]!
  notifyCustomer: Boolean = false
  trackingInfo: FulfillmentTrackingInput
}
input FulfillmentOrderLineItemsInput {
  fulfillmentOrderId: ID!
  fulfillmentOrderLineItems: [FulfillmentOrderLineItemInput!]
}
input FulfillmentOrderLineItemInput { id: ID! quantity: Int! }
input FulfillmentTrackingInput { company: String number: String numbers: [String!] url: URL urls: [URL!] }

enum OrderSortKeys { CREATED_AT ID PROCESSED_AT UPDATED_AT }
enum OrderDisplayFinancialStatus { AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED }
enum OrderDisplayFulfillmentStatus {
  FULFILLED IN_PROGRESS ON_HOLD OPEN PARTIALLY_FULFILLED PENDING_FULFILLMENT REQUEST_DECLINED RESTOCKED SCHEDULED
  UNFULFILLED
}
enum FulfillmentOrderStatus { CANCELLED CLOSED INCOMPLETE IN_PROGRESS ON_HOLD OPEN SCHEDULED }
enum FulfillmentOrderRequestStatus {
  ACCEPTED CANCELLATION_ACCEPTED CANCELLATION_REJECTED CANCELLATION_REQUESTED CLOSED REJECTED SUBMITTED UNSUBMITTED
}
enum FulfillmentOrderAction { CREATE_FULFILLMENT RELEASE_HOLD HOLD MOVE MARK_AS_OPEN }
enum FulfillmentStatus { CANCELLED ERROR FAILURE SUCCESS OPEN PENDING }
enum CountryCode { DE FR GB US ZZ }
"""


def _connection(name: str) -> str:
    return (
        f"type {name}Connection {{ edges: [{name}Edge!]! nodes: [{name}!]! pageInfo: PageInfo! }}\n"
        f"type {name}Edge {{ cursor: String! node: {name}! }}\n"
    )


SCHEMA = build_schema((_SDL + PRODUCTS).replace("PAGED", _PAGED) + "".join(map(_connection, _CONNECTED)))
