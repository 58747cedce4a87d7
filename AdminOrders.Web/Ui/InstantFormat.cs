namespace AdminOrders.Web.Ui;

/// <summary>How much of an instant is written out.</summary>
public enum InstantFormat
{
    /// <summary>Day and minute.</summary>
    Minute,

    /// <summary>Day, second and the zone by name.</summary>
    WithZone,
}
