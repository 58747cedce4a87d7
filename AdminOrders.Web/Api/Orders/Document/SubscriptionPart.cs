using System.Collections.Frozen;
using System.Text.Json;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>Subscriptions as the document tells them, with their periods in the words of the form: MONTH in Get order, MONTHLY elsewhere.</summary>
internal sealed class SubscriptionPart
{
    private const string Name = "subscriptionData";
    private static readonly (string Pascal, string Camel)[] Periods = [("DAY", "DAILY"), ("WEEK", "WEEKLY"), ("MONTH", "MONTHLY"), ("YEAR", "YEARLY")];
    private static readonly FrozenDictionary<string, string> ToPascal = Periods.ToFrozenDictionary(period => period.Camel, period => period.Pascal, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> ToCamel = Periods.ToFrozenDictionary(period => period.Pascal, period => period.Camel, StringComparer.Ordinal);
    private readonly Mapping<OrderAnswer> data;
    private readonly Mapping<OrderAnswer> subscription;

    public SubscriptionPart(Template root)
    {
        var (list, plan) = root.At(Name).Fields.Any(field => field.Name == "Subscriptions") ? ("Subscriptions", "Plan") : ("subscriptions", "plan");
        var frequency = Of(root.At(Name, list, plan, "frequency"), "periodicity", WritePeriod);
        subscription = Of(root.At(Name, list), plan, Inside(Of(root.At(Name, list, plan), "frequency", Inside(frequency))));
        data = Of(root.At(Name), list, WriteList);
    }

    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (Told.IsObject(told))
        {
            data.Write(json, order, told);
        }
        else
        {
            WriteAsItCame(json, told);
        }
    }

    private void WriteList(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        if (!Told.IsList(told))
        {
            WriteAsItCame(json, told);
            return;
        }

        json.WriteStartArray();
        subscription.WriteElements(json, told, _ => order);
        json.WriteEndArray();
    }

    private static void WritePeriod(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        var words = order.Form is OrderForm.GetOrder ? ToPascal : ToCamel;
        if (Told.Text(told) is { } period && words.TryGetValue(period, out var other))
        {
            json.WriteStringValue(other);
        }
        else
        {
            json.WriteRawValue(told.IsEmpty ? "\"\""u8 : told, skipInputValidation: true);
        }
    }

    private static Mapping<OrderAnswer> Of(Template template, string field, Computed<OrderAnswer> compute) =>
        new(template, new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal) { [field] = compute });

    private static Computed<OrderAnswer> Inside(Mapping<OrderAnswer> mapping) => (json, order, told) =>
    {
        if (Told.IsObject(told) || told.IsEmpty)
        {
            mapping.Write(json, order, told);
        }
        else
        {
            WriteAsItCame(json, told);
        }
    };

    private static void WriteAsItCame(Utf8JsonWriter json, ReadOnlySpan<byte> told) => json.WriteRawValue(told.IsEmpty ? "null"u8 : told, skipInputValidation: true);
}
