using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Dialogs;

namespace AdminOrders.Web.Features.Orders.Fulfillment;

/// <summary>What is typed of an invoice.</summary>
public sealed class InvoiceForm(string currency)
{
    public const string NumberField = "invoice-number";
    public const string ValueField = "invoice-value";
    public const string ItemsField = "invoice-items";
    public const string IssuedField = "invoice-issued";

    public string Number { get; set; } = "";

    /// <summary>In whole units of the currency, as typed.</summary>
    public string Value { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    public string Url { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string Courier { get; set; } = "";

    public string TrackingNumber { get; set; } = "";

    public string TrackingUrl { get; set; } = "";

    public ItemQuantities Items { get; } = new();

    /// <summary>The value in minor units; null: it is no amount.</summary>
    public long? MinorUnits =>
        decimal.TryParse(Value, NumberStyles.Number, CultureInfo.CurrentCulture, out var amount) && amount is > 0 and < long.MaxValue / 1000m
        && decimal.Round(amount * Scale, MidpointRounding.AwayFromZero) is >= 1 and var units
            ? (long)units
            : null;

    /// <summary>Writes an amount of minor units into the field.</summary>
    public void SetValue(long minorUnits) =>
        Value = MoneyText.Major(minorUnits, currency).ToString($"F{MoneyText.Digits(currency)}", CultureInfo.CurrentCulture);

    /// <summary>The invoice as it would be recorded.</summary>
    public InvoiceData Data(TimeZoneInfo zone, DateTimeOffset now, bool withItems) => new(Number.Trim(), MinorUnits ?? 0, IssuedAt(zone, now))
    {
        Items = withItems ? Items.Lines : [],
        Url = Typed.OrNull(Url),
        Key = Typed.OrNull(AccessKey),
        Courier = Typed.OrNull(Courier),
        TrackingNumber = Typed.OrNull(TrackingNumber),
        TrackingUrl = Typed.OrNull(TrackingUrl),
    };

    /// <summary>What is not yet right.</summary>
    public FieldProblems Check(bool withItems) => FieldProblems.Of(
        FieldProblems.Unless(!withItems || !Items.Lines.IsEmpty, ItemsField, Texts.Dialog_ChooseItems),
        FieldProblems.Unless(Number.Trim() is { Length: > 0 and <= 60 } number && number.All(IsAllowed), NumberField, Texts.InvoiceDialog_NumberRequired),
        FieldProblems.Unless(MinorUnits is not null, ValueField, Texts.InvoiceDialog_ValueRequired),
        FieldProblems.Unless(IssuedOn is not null, IssuedField, Texts.InvoiceDialog_IssuedRequired));

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private decimal Scale => 1 / MoneyText.Major(1, currency);

    // The day is the reader's; today means now, another day its noon.
    private DateTimeOffset IssuedAt(TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        if (IssuedOn is not { } day || day == today)
        {
            return now;
        }

        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, zone.GetUtcOffset(noon)).ToUniversalTime();
    }
}
