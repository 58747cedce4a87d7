using System.Globalization;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Connectors.Amazon;

/// <param name="Amount">Major units as a decimal number, for example 1599.90.</param>
/// <param name="CurrencyCode">ISO 4217.</param>
internal sealed record AmazonMoney(string Amount, string CurrencyCode)
{
    /// <summary>The amount in minor units of the currency; null: it is none, or not in whole minor units from 0.</summary>
    public long? MinorUnits() => MoneyText.Parse(Amount, CurrencyCode, CultureInfo.InvariantCulture);
}
