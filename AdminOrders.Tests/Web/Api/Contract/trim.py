#!/usr/bin/env python3
"""Trims VTEX's public order contracts to the shapes of their answers: names, types, nesting. No text, no value.

    python3 trim.py <folder with vtex-orders-api.json and vtex-orders-pii-api.json>

Writes Shapes/<operation>.json beside this script. A name that ends in ! is in the contract's example, one that ends in ? may be null
(by the schema, or because the example is null there). [] holds the element's shape, "map" is an object with names of its own.
"""
import json
import pathlib
import sys

OPERATIONS = {
    "get-order": ("orders", "get", "/api/oms/pvt/orders/{orderId}", "200"),
    "order-group": ("orders", "get", "/api/oms/pvt/orders/order-group/{orderGroup}", "200"),
    "list-orders": ("orders", "get", "/api/oms/pvt/orders", "200"),
    "cancel": ("orders", "post", "/api/oms/pvt/orders/{orderId}/cancel", "200"),
    "start-handling-401": ("orders", "post", "/api/oms/pvt/orders/{orderId}/start-handling", "401"),
    "start-handling-409": ("orders", "post", "/api/oms/pvt/orders/{orderId}/start-handling", "409"),
    "changes": ("orders", "post", "/api/oms/pvt/orders/{orderId}/changes", "200"),
    "invoice": ("orders", "post", "/api/oms/pvt/orders/{orderId}/invoice", "200"),
    "update-invoice": ("orders", "patch", "/api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}", "200"),
    "tracking": ("orders", "put", "/api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}/tracking", "200"),
    "conversation-message": ("orders", "get", "/api/oms/pvt/orders/{orderId}/conversation-message", "200"),
    "payment-transaction": ("orders", "get", "/api/oms/pvt/orders/{orderId}/payment-transaction", "200"),
    "order-document": ("pii", "get", "/api/orders/pvt/document/{orderId}", "200"),
    "extended-search": ("pii", "post", "/api/orders/extendsearch/orders", "200"),
    "document-cancel": ("pii", "post", "/api/orders/pvt/document/{orderId}/cancel", "200"),
    "document-invoices": ("pii", "post", "/api/orders/pvt/document/{orderId}/invoices", "200"),
}

# Their names are data: promotions, attachments, currencies, what a payment provider answers.
MAPS = {
    "matchedParameters", "additionalInfo:rates", "content", "schema", "inputValues", "composition", "productCategories", "openTextField",
    "connectorResponses", "fields:customApps", "origin:stats", "currencyCode:stats",
}


def resolve(schema, contract):
    while "$ref" in schema:
        node = contract
        for step in schema["$ref"].lstrip("#/").split("/"):
            node = node[step]
        schema = node
    return schema


def is_map(name, path):
    lower = name[:1].lower() + name[1:]
    if lower in MAPS:
        return True
    if lower == "additionalInfo":
        return "rateAndBenefitsIdentifiers" in path
    if lower == "fields":
        return "customApps" in path
    return lower in ("origin", "currencyCode") and "Facets" in path


def kind(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "integer" if value == int(value) else "number"
    return "string"


def join(types):
    types = sorted(set(types))
    if "number" in types and "integer" in types:
        types.remove("integer")
    return "|".join(types)


def shape(schema, examples, contract, path):
    schema = resolve(schema or {}, contract)
    known = [value for value in examples if value is not None]
    objects = [value for value in known if isinstance(value, dict)]
    if path and is_map(path[-1], path[:-1]):
        return "map"
    if schema.get("type") == "array" or any(isinstance(value, list) for value in known):
        elements = [element for value in known if isinstance(value, list) for element in value]
        inner = shape(schema.get("items"), elements, contract, path + ["[]"])
        return [inner] if inner else []
    if objects or schema.get("properties"):
        return fields(schema, objects, contract, path)
    if schema.get("type") == "object":
        return "map"
    return join(([schema["type"]] if "type" in schema else []) + [kind(value) for value in known])


def fields(schema, objects, contract, path):
    declared = schema.get("properties", {})
    names = list(dict.fromkeys([name for value in objects for name in value] + list(declared)))
    out = {}
    for name in names:
        inner = resolve(declared.get(name, {}), contract)
        examples = [value[name] for value in objects if name in value]
        marks = "!" if examples else ""
        if inner.get("nullable") or any(value is None for value in examples):
            marks += "?"
        out[name + marks] = shape(inner, examples, contract, path + [name])
    return out


def main():
    folder, target = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent / "Shapes"
    contracts = {
        "orders": json.loads((folder / "vtex-orders-api.json").read_text(encoding="utf-8")),
        "pii": json.loads((folder / "vtex-orders-pii-api.json").read_text(encoding="utf-8")),
    }
    for operation, (name, method, path, status) in OPERATIONS.items():
        contract = contracts[name]
        answer = next(iter(contract["paths"][path][method]["responses"][status]["content"].values()))
        trimmed = shape(answer["schema"], [answer["example"]] if "example" in answer else [], contract, [])
        (target / f"{operation}.json").write_text(json.dumps(trimmed, indent=1) + "\n", encoding="utf-8")


main()
